"""Argos Translate packages, run offline.

Of argostranslate only its tokenizers are imported. Its other modules split sentences through
minisbd (AGPL, loads onnxruntime, downloads a model), create folders in the user's home, write to
`os.environ`, and fail as a whole on one stray folder; captions come split already, and the rest is
a folder to read and one call to CTranslate2.
"""
