"""What every page is made of: charts, tables, notes, and what stands under them."""
