"""Tests of the CTranslate2 engine, with the real model of the Argos fixture laid out as OPUS-MT."""
