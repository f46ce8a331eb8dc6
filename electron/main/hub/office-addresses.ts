import { networkInterfaces } from 'node:os';

/** Networks of virtual machines and containers: nobody in the office comes in through them. */
const VIRTUAL = /^(?:docker|br-|veth|virbr|vmnet|vEthernet|utun|tun|tap|wg)/i;
const PRIVATE = /^(?:192\.168\.|10\.|172\.(?:1[6-9]|2\d|3[01])\.)/;

type Interfaces = ReturnType<typeof networkInterfaces>;

/** IPv4 addresses of this computer in the networks it is in, those of an office network first. */
export function listOfficeAddresses(interfaces: Interfaces = networkInterfaces()): string[] {
  const found = Object.entries(interfaces).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ address, isVirtual: VIRTUAL.test(name) })),
  );
  const rank = ({ address, isVirtual }: (typeof found)[number]) =>
    (isVirtual ? 2 : 0) + (PRIVATE.test(address) ? 0 : 1);
  const usable = found.filter(({ address }) => !address.startsWith('169.254.'));
  return usable.sort((a, b) => rank(a) - rank(b)).map(({ address }) => address);
}
