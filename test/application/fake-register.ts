import type { RegisterPort } from "../../src/application/hand-over-register.ts";
import type { RegisterChange } from "../../src/application/ports.ts";
import type { Reference } from "../../src/domain/reference.ts";
import { type Fitted, fitted, type Register } from "../../src/domain/register.ts";

/** A register in memory with room for `room` entries; `failing`: nothing is kept until a test says otherwise. */
export class FakeRegister implements RegisterPort {
  kept: Register;
  room = 1000;
  failing = false;
  saves = 0;
  readonly told: RegisterChange[] = [];
  /** Another pane does this. */
  hear: (change: RegisterChange) => void = () => undefined;

  constructor(kept: Register = []) {
    this.kept = kept;
  }

  load(): Register {
    return this.kept;
  }

  fit(register: Register, stays: Reference): Fitted {
    return fitted(register, stays, this.room, ({ length }) => length);
  }

  tell(change: RegisterChange): void {
    this.told.push(change);
  }

  listen(heard: (change: RegisterChange) => void): void {
    this.hear = heard;
  }

  async save(register: Register): Promise<void> {
    this.saves += 1;
    if (this.failing) throw new Error("not saved");
    this.kept = register;
  }
}
