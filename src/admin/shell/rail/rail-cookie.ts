/** Remembers in this browser that the rail shows icons alone; the server draws it so at once. */
export const railCookie = 'fieldbook-rail'
