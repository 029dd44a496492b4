"""One door for files: what a file is follows from its content, and the register says what for."""
