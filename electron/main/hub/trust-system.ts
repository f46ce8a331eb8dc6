import tls from 'node:tls';

type Certificates = {
  getCACertificates?: (kind: 'default' | 'system') => string[];
  setDefaultCACertificates?: (certificates: string[]) => void;
};

/**
 * A hub of a firm often has a certificate of the firm's own, which its computers trust by the system.
 * Older runtimes cannot ask the system; there only the public authorities count.
 */
export function trustSystemCertificates(): void {
  const { getCACertificates, setDefaultCACertificates } = tls as Certificates;
  if (!getCACertificates || !setDefaultCACertificates) return;
  try {
    const all = [...getCACertificates('default'), ...getCACertificates('system')];
    setDefaultCACertificates([...new Set(all)]);
  } catch {
    // A store that cannot be read adds nothing.
  }
}
