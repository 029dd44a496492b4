"""One palette and one house style for screen, drawings, slides and PDF."""
