/** Something the administrator can mend; its message is one line in Dutch, without any secret. */
export class ToolError extends Error {
  override readonly name = "ToolError";
}
