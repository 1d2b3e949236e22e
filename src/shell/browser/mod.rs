//! The browser: fetch, storage, clipboard, the document.
