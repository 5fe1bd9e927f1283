import type { RegisterPort } from "../../src/application/hand-over-register.ts";
import type { Fitted, Register } from "../../src/domain/register.ts";

/** A register in memory with room for `room` entries; `failing`: nothing is kept until a test says otherwise. */
export class FakeRegister implements RegisterPort {
  kept: Register;
  room = 1000;
  failing = false;
  saves = 0;

  constructor(kept: Register = []) {
    this.kept = kept;
  }

  load(): Register {
    return this.kept;
  }

  fit(register: Register): Fitted {
    const leaving = Math.max(0, register.length - this.room);
    return { kept: register.slice(leaving), left: register.slice(0, leaving) };
  }

  async save(register: Register): Promise<void> {
    this.saves += 1;
    if (this.failing) throw new Error("not saved");
    this.kept = register;
  }
}
