"""Tagged PDF out of reportlab, for whoever makes one: the canvas, the file and the fonts. Knows PDF, and nothing about documents."""
