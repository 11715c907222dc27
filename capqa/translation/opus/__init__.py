"""OPUS-MT models converted for CTranslate2: a folder with model.bin and SentencePiece models."""
