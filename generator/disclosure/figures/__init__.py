"""What is counted over the whole estate, period by period: the figures a release states."""
