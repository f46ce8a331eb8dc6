import { expect, test } from 'vitest';
import { listOfficeAddresses } from './office-addresses';

const ipv4 = (address: string, internal = false) =>
  ({ address, internal, family: 'IPv4', netmask: '', mac: '', cidr: null }) as const;

test('addresses of the office come first; loopback and link-local ones never', () => {
  expect(
    listOfficeAddresses({
      lo: [ipv4('127.0.0.1', true)],
      docker0: [ipv4('172.17.0.1')],
      ppp0: [ipv4('100.64.3.2')],
      eth0: [
        ipv4('192.168.1.5'),
        { ...ipv4('192.168.1.5'), address: 'fe80::1', family: 'IPv6', scopeid: 2 },
      ],
      eth1: [ipv4('169.254.8.9')],
    }),
  ).toEqual(['192.168.1.5', '100.64.3.2', '172.17.0.1']);
});
