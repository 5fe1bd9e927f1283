import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { generate } from "selfsigned";

/** A key and a certificate for https on localhost. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** Whether this machine was told to trust it, so that a browser does not warn. */
  readonly trusted: boolean;
}

/** Where `office-addin-dev-certs install` leaves the certificate that it made this machine trust. */
const DEV_CERTS = join(homedir(), ".office-addin-dev-certs");

/**
 * The certificate of office-addin-dev-certs when this machine has one, else one made now for this run. It must be https
 * with some certificate: office.js trusts no host page over http.
 */
export async function localCertificate(): Promise<Certificate> {
  try {
    const [key, cert] = await Promise.all([
      readFile(join(DEV_CERTS, "localhost.key"), "utf8"),
      readFile(join(DEV_CERTS, "localhost.crt"), "utf8"),
    ]);
    return { key, cert, trusted: true };
  } catch {
    return makeCertificate(); // Not installed: the usual case, and no fault.
  }
}

async function makeCertificate(): Promise<Certificate> {
  const made = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "keyUsage", digitalSignature: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert, trusted: false };
}
