/** A QR code as rows of modules, `true` for dark, with the quiet zone around it. */
export type QrModules = readonly (readonly boolean[])[];

/** Modules of white around the code (ISO/IEC 18004, 5.3.8). */
export const QUIET_ZONE = 4;

/** The library that draws QR codes (ISO/IEC 18004); rejects when its file does not come. Error correction is "medium", 15 %. */
export async function loadQr(): Promise<(text: string) => QrModules> {
  const { encodeQR } = await import("qr");
  return (text) => encodeQR(text, "raw", { ecc: "medium", border: QUIET_ZONE });
}
