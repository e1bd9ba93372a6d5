"""What the habits API accepts and answers: `schedule` (the seven kinds), `habit`, `check_in`."""
