"""What the demo account holds: sketches of habits and tasks, and their histories."""
