/**
 * What a View may tell a screen reader. The platform's own template list leaves these out, so
 * they are added to it twice, alike: when the templates are built and when the app runs.
 */
module.exports = {
  View: {
    'aria-role': '',
    'aria-label': '',
    'aria-checked': '',
    'aria-disabled': '',
    'aria-hidden': '',
    'aria-live': '',
  },
}
