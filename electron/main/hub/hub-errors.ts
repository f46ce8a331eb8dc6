import { ExpectedError } from '@shared/lib/errors';

/** As OpenSSL and Node name what is wrong with a certificate. */
const CERTIFICATE_CODES = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

const MAX_DEPTH = 4;

/** Codes of an error and of what caused it; what fetch throws says nothing by itself. */
function* codesOf(error: unknown): Generator<string> {
  let at = error as { code?: unknown; cause?: unknown; errors?: unknown[] } | null | undefined;
  for (let depth = 0; depth < MAX_DEPTH && at; depth += 1) {
    if (typeof at.code === 'string') yield at.code;
    at = (at.cause ?? at.errors?.[0]) as typeof at;
  }
}

/** Whatever goes wrong on the way to a hub, by one of three names. */
export function asHubError(error: unknown): ExpectedError {
  if (error instanceof ExpectedError) return error;
  for (const code of codesOf(error)) {
    if (CERTIFICATE_CODES.has(code)) return new ExpectedError('hub-certificate', { code });
    // Something answers, in another language than HTTP, or in TLS where none was expected.
    if (code.startsWith('HPE_') || code === 'ERR_SSL_WRONG_VERSION_NUMBER') {
      return new ExpectedError('hub-answers-strangely', { code });
    }
  }
  return new ExpectedError('hub-unreachable');
}
