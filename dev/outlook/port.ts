import type { Server } from "node:net";

/** The port that a listening server got. @throws Error while it does not listen on one. */
export function portOf(server: Pick<Server, "address">): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server does not listen on a port");
  return address.port;
}
