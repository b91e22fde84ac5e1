"""What was published and stays: releases and their chain, the ledger, and the private record of what each settled."""
