"""The last act of the gate: content and the finished site are searched for what the register keeps private."""
