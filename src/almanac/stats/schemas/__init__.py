"""What statistics answer: `statistics` is the document, `insights` what may be written below it."""
