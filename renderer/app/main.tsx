/**
 * The first script of the window. It stays tiny and takes no stylesheet, so that the shell in
 * index.html is painted without waiting; the database opens while the screens load.
 */
const opening = import('@/db/open').then(({ openConsole }) => openConsole());
// The start-up screen says what failed; here it only must not count as unhandled before that.
opening.catch(() => undefined);

void import('./boot').then(({ boot }) => boot(opening));
