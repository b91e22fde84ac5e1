"""What people write down of their own work: inspections, improvements, training, notices, fees, disclosures."""
