//! The command line and what it needs: arguments, disk, reports, watching, serving.
