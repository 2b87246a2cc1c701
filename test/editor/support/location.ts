/** Mocha's browser build reads the page's address; an extension host has no page. */
const host = globalThis as unknown as { location?: { search?: string } };
if (host.location?.search === undefined)
  Object.defineProperty(host, 'location', { value: { search: '' }, configurable: true });
