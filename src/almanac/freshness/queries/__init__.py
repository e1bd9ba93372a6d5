"""What is read of shops, products and batches, by purpose."""
