import { generate } from 'selfsigned';
import { SONY_HOSTS } from './hosts.ts';

export interface Certificate {
  key: string;
  cert: string;
}

let made: Promise<Certificate> | undefined;

/** One certificate per process, for Sony's host names and this machine. No browser trusts it. */
export function certificate(): Promise<Certificate> {
  made ??= make();
  return made;
}

async function make(): Promise<Certificate> {
  const names = [...SONY_HOSTS, 'localhost'].map((value) => ({ type: 2 as const, value }));
  const { private: key, cert } = await generate(
    [{ name: 'commonName', value: 'Simulated PlayStation Network' }],
    {
      keyType: 'ec',
      algorithm: 'sha256',
      notBeforeDate: new Date(Date.now() - 86_400_000),
      extensions: [
        { name: 'basicConstraints', cA: false },
        { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
        { name: 'extKeyUsage', serverAuth: true },
        { name: 'subjectAltName', altNames: [...names, { type: 7, ip: '127.0.0.1' }] },
      ],
    },
  );
  return { key, cert };
}
