"""Spreadsheets and tables: rows and columns of which one side names levels and the other competencies."""
