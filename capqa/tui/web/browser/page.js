// textual.js shows the terminal. This says where the review is, and shows what is told beside it.
"use strict";
{
  const LOST =
    "The connection to capqa is lost. If it was ended, start capqa review --web again; " +
    "its address is then a new one.";
  const shown = (id) => document.getElementById(id);

  const address = new URL(location.href);
  const token = address.searchParams.get("token") ?? "";
  address.protocol = address.protocol.replace("http", "ws");
  address.search = "";
  address.pathname += `ws/${encodeURIComponent(token)}`;
  shown("terminal").dataset.sessionWebsocketUrl = address.href;

  const tell = (text) => {
    shown("told").textContent = text;
    shown("told").hidden = !text;
    // The terminal has more or fewer rows now.
    window.dispatchEvent(new Event("resize"));
  };

  const end = (text) => {
    if (!shown("over").hidden) return;
    shown("said").textContent = text;
    shown("opening").hidden = true;
    shown("over").hidden = false;
    shown("again").focus();
  };

  const take = (message) => {
    if (typeof message.data !== "string") {
      shown("opening").hidden = true;
      return;
    }
    const [kind, value] = JSON.parse(message.data);
    if (kind === "pages") {
      tell(
        value > 1
          ? `Open in ${value} pages. What is decided in the others shows here with your next decision.`
          : "",
      );
    } else if (kind === "over") {
      end(value);
    }
  };

  window.WebSocket = class extends WebSocket {
    constructor(...address) {
      super(...address);
      this.addEventListener("open", () => document.querySelector(".xterm-helper-textarea").focus());
      this.addEventListener("message", take);
      this.addEventListener("close", () => end(LOST));
    }
  };

  shown("again").addEventListener("click", () => location.reload());

  const start = window.onload;
  window.onload = async (event) => {
    // The terminal measures its letters once: they must be those it is going to show.
    const fonts = ["16px", "bold 16px", "italic 16px"].map((style) =>
      document.fonts.load(`${style} "Roboto Mono"`),
    );
    await Promise.allSettled(fonts);
    try {
      start(event);
    } catch (error) {
      end(`This browser cannot show the review: ${error.message}`);
    }
  };
}
