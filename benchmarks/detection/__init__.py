"""Detection, measured: does capqa flag what an editor would, and only that?"""
