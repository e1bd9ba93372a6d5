"""What the demo account holds: sketches of habits, and their histories. Nothing is stored here."""
