/** Words of the framework's own pages that the product says otherwise. */
export const panelWords = {
  general: {
    noLabel: '–',
    dashboard: 'Today',
    backToDashboard: 'Back to Today',
    payloadSettings: 'Display',
    createNew: 'New',
    notFound: 'Page not found',
    nothingFound: 'Page not found',
    sorryNotFound: 'We can’t find that page, or you don’t have access to it.',
    noResults: 'Nothing matches. Clear the search or the filters to see all of them.',
  },
  authentication: {
    login: 'Sign in',
    logOut: 'Sign out',
    loggedOutSuccessfully: 'You are signed out.',
  },
}
