// SPDX-License-Identifier: Apache-2.0

import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/**
 * The connections of a server, so that its end waits for answers and for nothing else. Node's own closeIdleConnections()
 * leaves those that have not asked yet, as browsers keep them, and those that become idle later.
 */
export class Connections {
  readonly #running = new Map<Socket, number>();
  #isEnding = false;

  constructor(server: Server) {
    server.on("connection", (socket: Socket) => {
      this.#running.set(socket, 0);
      socket.once("close", () => this.#running.delete(socket));
    });
    server.on("request", ({ socket }: { socket: Socket }, response: ServerResponse) => {
      this.#count(socket, 1);
      response.once("close", () => {
        this.#count(socket, -1);
      });
    });
  }

  /** Ends each connection once nothing of it is left to be answered. */
  end(): void {
    this.#isEnding = true;
    for (const socket of this.#running.keys()) this.#endIdle(socket);
  }

  /** Ends all of them, whatever is left. */
  cut(): void {
    for (const socket of this.#running.keys()) socket.destroy();
  }

  #count(socket: Socket, more: number): void {
    const running = this.#running.get(socket);
    if (running === undefined) return;
    this.#running.set(socket, running + more);
    if (this.#isEnding) this.#endIdle(socket);
  }

  #endIdle(socket: Socket): void {
    if (this.#running.get(socket) === 0) socket.destroySoon(); // once all is written
  }
}
