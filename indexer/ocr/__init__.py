"""How does a picture of a page become text? Tesseract with Swedish, page by page, each page kept."""
