"""What a meeting pack or a factsheet says about an area or a programme."""
