import { protocol } from 'electron';
import { type AppFiles, answerMemoryPage, createAppResponder } from './pages/app-response';
import { APP_SCHEME } from './security/origin';

/** Before `ready`: a secure, standard origin, which IndexedDB and module workers need. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/**
 * Call the result at `ready`; until then the first files are already being read. Without `files`
 * only pages from memory are served.
 */
export function prepareAppProtocol(files: AppFiles | null): () => void {
  const answer = files === null ? answerMemoryPage : createAppResponder(files);
  return () => protocol.handle(APP_SCHEME, (request) => answer(request.url, request.method));
}
