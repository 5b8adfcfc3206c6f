"""Swedish as the archive needs it: tokens, inflection keys, OCR damage, and the terms an engine receives."""
