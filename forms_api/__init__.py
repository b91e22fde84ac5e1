"""The counter: forms for residents, receipts, tracking. The desk for staff is a separate app inside."""
