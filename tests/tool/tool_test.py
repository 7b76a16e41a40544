#!/usr/bin/env python3
"""The extract tool from outside: formats, several inputs, errors and exit codes. tool_test.py EXTRACT"""
import json, os, pathlib, stat, subprocess, sys, tempfile, unittest

EXTRACT = sys.argv.pop()
TEXT = "采购3000个口罩，花费50万元。\n"


class Tool(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)

    def file(self, name, content=TEXT):
        path = self.path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    def extract(self, *arguments, stdin=b"", status=0):
        run = subprocess.run([EXTRACT, *arguments], input=stdin, capture_output=True)
        self.assertEqual(run.returncode, status, run.stderr.decode())
        if status == 0:
            self.assertEqual(run.stderr, b"")
        return run.stdout.decode(), run.stderr.decode()

    def records(self, *arguments, **options):
        return [json.loads(line) for line in self.extract(*arguments, **options)[0].splitlines()]

    def fails(self, *arguments, status, words, **options):
        """The message names what and where; nothing is said twice."""
        out, err = self.extract(*arguments, status=status, **options)
        self.assertTrue(err.startswith("extract: "), err)
        for word in words:
            self.assertIn(word, err)
        return out, err

    # ---- formats

    def test_jsonl_is_the_record_of_the_contract(self):
        out, _ = self.extract(self.file("a.txt"))
        self.assertEqual(out.splitlines(), [
            '{"begin":6,"end":13,"text":"3000个","kind":"count","value":"3000","approx":[],"unit":"个"}',
            '{"begin":28,"end":36,"text":"50万元","kind":"money","value":"500000","approx":[],"unit":"CNY"}'])

    def test_range_rate_and_alternative(self):
        one, two, three = self.records("-", stdin="近3-5万元。每人50元。340台(次)。".encode())
        self.assertEqual((one["from"], one["to"], one["approx"]), ("30000", "50000", ["nearly"]))
        self.assertNotIn("value", one)
        self.assertEqual((two["per"], "per_value" in two), ("人", False))
        self.assertEqual(three["alt"], ["次"])
        self.assertEqual(list(three), ["begin", "end", "text", "kind", "value", "approx", "unit", "alt"])

    def test_overflow_is_an_error_in_the_record(self):
        (record,) = self.records("-", stdin=("9" * 30 + "个").encode())
        self.assertEqual(record["error"], "overflow")
        self.assertNotIn("value", record)

    def test_encodings(self):
        text = "採購三千個口罩，花費50萬元。"
        want = self.records("-", stdin=text.encode())
        for encoding in "GB18030", "Big5", "UTF-16LE":
            self.assertEqual(self.records("--encoding", encoding, "-", stdin=text.encode(encoding)), want)
        # Characters that are cut by the size of a read.
        long = "共五个，" * 300_000
        self.assertEqual(len(self.records("--encoding", "GB18030", "-", stdin=long.encode("gb18030"))), 300_000)

    def test_bytes_that_are_no_text_in_the_encoding(self):
        out, err = self.extract("--encoding", "Big5", "-", stdin="三個".encode("big5") + b"\xff" + "五個".encode("big5"), status=1)
        self.assertEqual([json.loads(line)["text"] for line in out.splitlines()], ["三個", "五個"])
        self.assertIn("standard input: byte 4: no text in this encoding (1 bytes", err)
        self.fails("--encoding", "Klingon", self.file("a.txt"), status=2, words=["Klingon", "iconv --list"])

    def test_kinds(self):
        self.assertEqual([r["kind"] for r in self.records("--kinds", "money", self.file("a.txt"))], ["money"])
        self.assertEqual([r["kind"] for r in self.records("--kinds", "money,count", self.file("a.txt"))],
                         ["count", "money"])

    def test_identifiers_only_when_asked_for(self):
        text = "电话：010-12345678。".encode()
        self.assertEqual(self.records(stdin=text), [])
        (record,) = self.records("--kinds", "identifier", stdin=text)
        self.assertEqual(record["text"], "010-12345678")

    def test_tsv(self):
        out, _ = self.extract("--format", "tsv", self.file("a.txt"))
        header, first, second = out.splitlines()
        self.assertEqual(header, "begin\tend\tkind\tvalue\tfrom\tto\tapprox\tunit\talt\tper\tper_value\ttext")
        self.assertEqual(first, "6\t13\tcount\t3000\t\t\t\t个\t\t\t\t3000个")
        self.assertEqual(len(second.split("\t")), 12)

    def test_tsv_escapes(self):
        out, _ = self.extract("--format", "tsv", self.file("a\tb.txt"), self.file("c.txt"))
        self.assertTrue(out.startswith("file\tbegin\t"))
        self.assertIn("a\\tb.txt\t6\t", out)
        self.assertEqual({line.count("\t") for line in out.splitlines()}, {12})

    def test_counted(self):
        file = self.file("a.txt")
        first, second = self.records("--counted", file)
        self.assertEqual(list(first)[-1], "counted")
        self.assertEqual(first["counted"], {"begin": 13, "end": 19, "text": "口罩"})
        self.assertNotIn("counted", second)
        self.assertNotIn("counted", self.records(file)[0])
        out, _ = self.extract("--counted", "--format", "tsv", file)
        header, first, second = out.splitlines()
        self.assertTrue(header.endswith("\ttext\tcounted_begin\tcounted_end\tcounted"))
        self.assertTrue(first.endswith("\t3000个\t13\t19\t口罩"))
        self.assertTrue(second.endswith("\t50万元\t\t\t"))
        out, _ = self.extract("--counted", "--format", "pretty", file)
        self.assertEqual(out, "采购[3000个: count 3000 个 of 口罩]口罩，花费[50万元: money 500000 CNY]。\n")

    def test_counted_is_the_same_however_a_text_is_read(self):
        long = self.file("long.txt", "近日，全市组织3000余名党员干部下沉社区，复工率达97.1%；" * 20_000)
        whole, _ = self.extract("--counted", "--threads", "2", long)
        self.assertEqual(whole.count('"text":"党员干部"'), 20_000)
        self.assertEqual(self.extract("--counted", long)[0], whole)
        with open(long, "rb") as text:
            self.assertEqual(self.extract("--counted", "-", stdin=text.read())[0], whole)

    def test_pretty(self):
        out, _ = self.extract("--format", "pretty", self.file("a.txt"))
        self.assertEqual(out, "采购[3000个: count 3000 个]口罩，花费[50万元: money 500000 CNY]。\n")
        out, _ = self.extract("--format", "pretty", "--color", "always", self.file("a.txt"))
        self.assertEqual(out, "采购\033[1;36m3000个\033[0m\033[2m[count 3000 个]\033[0m口罩，花费"
                              "\033[1;32m50万元\033[0m\033[2m[money 500000 CNY]\033[0m。\n")

    def test_pretty_keeps_every_byte_of_long_and_broken_text(self):
        text = ("一片空白。" * 300_000).encode() + b"\xff\xe4\xb8" + TEXT.encode()
        run = subprocess.run([EXTRACT, "--format", "pretty", "--kinds", "money"], input=text, capture_output=True)
        self.assertEqual(run.returncode, 0)
        self.assertEqual(run.stdout, text.replace("50万元".encode(), "[50万元: money 500000 CNY]".encode()))

    def test_broken_text_gives_valid_json(self):
        records = self.records(stdin=b"\xe4\xb8 \xff" + TEXT.encode() + b"3000\xe4\xb8")
        self.assertEqual(records[0]["begin"], 4 + 6)

    # ---- inputs

    def test_standard_input(self):
        for arguments in ([], ["-"]):
            self.assertEqual(len(self.records(*arguments, stdin=TEXT.encode())), 2)

    def test_several_files_are_named(self):
        a, b = self.file("a.txt"), self.file("b.txt")
        self.assertEqual([r["file"] for r in self.records(a, b)], [a, a, b, b])
        self.assertNotIn("file", self.records(a)[0])

    def test_empty_input(self):
        self.assertEqual(self.extract(self.file("a.txt", "")), ("", ""))

    def test_phrase_across_chunks(self):
        begin = (1 << 20) - 4
        for shift in range(12):
            text = b"\n" * (begin + shift) + TEXT.encode()
            self.assertEqual([r["begin"] for r in self.records(stdin=text)], [begin + shift + 6, begin + shift + 28])

    def test_output_dir(self):
        target = self.path / "new" / "folder"
        self.assertEqual(self.extract("--output-dir", str(target), self.file("a.txt"), self.file("b.txt", "")), ("", ""))
        self.assertEqual(len((target / "a.jsonl").read_text(encoding="utf-8").splitlines()), 2)
        self.assertEqual((target / "b.jsonl").read_bytes(), b"")
        self.assertNotIn("file", json.loads((target / "a.jsonl").read_text(encoding="utf-8").splitlines()[0]))

    # ---- threads

    def test_threads_write_the_same(self):
        words = "这里另有说明，与前后文字无关，只是把它们隔得远远的，没有别的意思，也不说什么时候。\n"
        long = self.file("long.txt", (words + TEXT) * 5_000)
        digits = self.file("digits.txt", "一百二十万" * 50_000)
        files = [long, self.file("empty.txt", ""), digits, self.file("a.txt"), "no/such.txt", long]
        for form in ("jsonl", "tsv", "pretty"):
            runs = [subprocess.run([EXTRACT, "--threads", n, "--format", form, *files], capture_output=True)
                    for n in ("1", "2", "5", "0")]
            for run in runs[1:]:
                self.assertEqual((run.returncode, run.stdout, run.stderr),
                                 (1, runs[0].stdout, runs[0].stderr), form)
        self.extract("--threads", "3", "--output-dir", str(self.path / "out"), long, self.file("b.txt"))
        self.assertEqual(len((self.path / "out/long.jsonl").read_text(encoding="utf-8").splitlines()), 10_000)
        self.assertEqual(len(self.records("--threads", "4", stdin=TEXT.encode())), 2)

    def test_threads_report_what_is_dropped(self):
        path = self.file("long.txt", b"ab\n" + b"1" * 600_000 + "。\n".encode() + TEXT.encode())
        for threads in "1", "3":
            out, _ = self.fails("--threads", threads, path, status=1, words=["long.txt", "byte 3:", "4096", "(1 in"])
            self.assertEqual(len(out.splitlines()), 2)

    def test_progress_is_for_terminals(self):
        path = self.file("long.txt", TEXT * 150_000)
        try:
            ours, theirs = os.openpty()
        except OSError:
            self.skipTest("this machine has no terminals")
        with subprocess.Popen([EXTRACT, "--threads", "2", path], stdout=subprocess.DEVNULL, stderr=theirs) as run:
            os.close(theirs)
            shown = b""
            try:
                while piece := os.read(ours, 4096):
                    shown += piece
            except OSError:
                pass  # the other end is closed
            os.close(ours)
        self.assertEqual(run.returncode, 0)
        if shown:  # a fast machine is done before there is anything to show
            self.assertRegex(shown, rb"\[#* *\] +\d+ %")
            self.assertTrue(shown.endswith(b"\r\x1b[K"))

    # ---- errors

    def test_missing_file(self):
        out, err = self.fails("no/such.txt", self.file("a.txt"), status=1, words=["no/such.txt", "No such file"])
        self.assertEqual(err.count("\n"), 1)
        self.assertEqual(len(out.splitlines()), 2, "the other files are still read")

    def test_directory(self):
        self.fails(self.folder.name, status=1, words=[self.folder.name, "is a directory"])

    def test_unreadable_file(self):
        path = self.file("a.txt")
        os.chmod(path, 0)
        if not os.access(path, os.R_OK):
            self.fails(path, status=1, words=[path, "cannot open", "Permission denied"])
        if os.path.exists("/proc/self/mem"):
            self.fails("/proc/self/mem", status=1, words=["/proc/self/mem", "cannot read after byte 0"])
        os.chmod(path, stat.S_IRUSR | stat.S_IWUSR)

    def test_usage(self):
        self.fails("--kinds", "monney", status=2, words=["--kinds", "'monney'", "money", "identifier"])
        self.fails("--kinds", "money,", "--kinds", "x", status=2, words=["--kinds"])
        self.fails("--format", "xml", status=2, words=["--format", "xml", "jsonl"])
        self.fails("--color", "blue", status=2, words=["--color", "blue"])
        self.fails("--colour", status=2, words=["--colour"])
        self.fails("--format", status=2, words=["--format"])
        self.fails("--threads", "many", status=2, words=["--threads", "many"])
        self.fails("--threads", "9999", status=2, words=["--threads"])

    def test_help_and_version(self):
        self.assertIn("--kinds", self.extract("--help")[0])
        self.assertIn("shuliang", self.extract("--version")[0])

    def test_output_dir_refuses(self):
        a = self.file("a.txt")
        os.mkdir(self.path / "x")
        other = self.file("x/a.txt")
        self.fails("--output-dir", self.folder.name, a, other, status=2, words=[a, other, "a.jsonl"])
        self.fails("--output-dir", self.folder.name, "--format", "pretty", a, status=2, words=["--output-dir"])
        self.fails("--output-dir", self.folder.name, self.file("b.jsonl"), status=2, words=["overwritten"])
        self.fails("--output-dir", a, a, status=2, words=[a, "--output-dir"])

    def test_output_that_cannot_be_written(self):
        if os.path.exists("/dev/full"):
            with open("/dev/full", "wb") as full:
                run = subprocess.run([EXTRACT, self.file("a.txt")], stdout=full, stderr=subprocess.PIPE)
            self.assertEqual((run.returncode, run.stderr),
                             (1, b"extract: standard output: cannot write: No space left on device\n"))

    def test_reader_that_leaves(self):
        path = self.file("a.txt", TEXT * 50_000)
        with subprocess.Popen([EXTRACT, path], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
            run.stdout.readline()
            run.stdout.close()
            self.assertEqual(run.stderr.read(), b"")
        self.assertEqual(run.returncode, 1)

    def test_dropped_phrase(self):
        out, err = self.fails("-", stdin=b"ab\n" + b"1" * 100_000 + "。\n".encode() + TEXT.encode(), status=1,
                              words=["standard input", "byte 3", "4096"])
        self.assertEqual(len(out.splitlines()), 2, "what follows is still found")


unittest.main(verbosity=1)
