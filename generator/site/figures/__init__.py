"""The figures of the pages, each decided once for every place that shows it."""
