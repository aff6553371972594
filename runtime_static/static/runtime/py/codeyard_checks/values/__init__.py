"""Values as tagged data: written down beside the student's code, compared and shown by the judge."""
