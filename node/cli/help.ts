// SPDX-License-Identifier: Apache-2.0

export const help = `Usage: xlmr-ner [tag] [TEXT…] [options]     find the entities in each TEXT
       xlmr-ner mask [TEXT…] [options]      put placeholders in the place of entities
       xlmr-ner unmask [TEXT…] --table FILE put them back
       xlmr-ner tokenize [TEXT…] [options]  split each TEXT into the model's pieces
       xlmr-ner convert DIR [options]       make the weights in DIR smaller and faster
       xlmr-ner info [options]              say what a model is and how it runs here
       xlmr-ner eval FILE [options]         compare predicted tags with gold ones
       xlmr-ner serve [MODEL…] [options]    answer requests for entities over HTTP
       xlmr-ner models [list]               say which models are kept here, and their sizes
       xlmr-ner models pull ID              download a model, to be used later without the network
       xlmr-ner models remove ID            delete a downloaded model, and what was made of it

Without TEXT and --file, texts are read from standard input, one a line.

Options:
  --file FILE            read texts from FILE, from all that match it as 'texts/*.txt' does, or from
                         standard input where it is -; may be given again
  --encoding NAME        what FILE or standard input is in, as windows-1252 or shift_jis
                         (default: UTF-8, or what its byte order mark says)
  --json                 write one JSON value for each text, and nothing else
  --model MODEL          a folder, an id at the Hugging Face hub (owner/name) or a URL
                         (default: the model in this package)
  --revision REV         the branch, tag or commit of a model from the hub (default: main)
  --cache-dir DIR        where downloads are kept (default: the cache of the Hugging Face tools)
  --header 'NAME: VALUE' for the host that has the model, and for no other; may be given again
  --offline              use what was downloaded before, and no network
  --help, --version

Options of tag:
  --format text|document|jsonl|conll|tsv|csv
                         what the input is: a text a line; a text a file; {"id", "text"} or
                         {"id", "tokens"} a line; a word a line, in columns; a table with a header
                         (default: text)
  --column N             which column of conll has the words, from 1 (default: 1)
  --text-column NAME     which column of a table has the texts (default: text)
  --to text|json|jsonl|conll|tsv|csv|brat|html|label-studio|doccano|spacy|sparknlp
                         what the output is (default: what the input is; of text and document a line
                         of tsv for each entity, and in a terminal text in colours)
  --out FILE             write to FILE; for brat a folder (default for brat: beside the texts)
  --resume               go on behind the last whole line of FILE
  --offsets utf16|codepoint
                         the unit of offsets in json and jsonl (default: utf16, as in JavaScript)
  --allow-errors         a text that could not be processed leaves the exit status 0, as its record
                         in json, jsonl or sparknlp says so
  --aggregation none|simple|first|average|max
                         a record for each piece (none), or for each entity, which are made of
                         pieces (simple) or words (the others) (default: simple)
  --dtype auto|fp32|q8|q4
                         what products are computed in (default: auto, the smallest there is)
  --threads auto|N       threads to compute with (default: auto, at most 4)
  --jobs N               so many workers, each with the model and its share of the processors
                         (default: 1); on many texts more is faster than threads

Options of mask and unmask:
  --table FILE           which placeholder stands for what: mask adds to it, unmask reads it; it has
                         the private values themselves
  --policy LABEL=replace|pseudonym|redact|keep,…
                         of mask: a placeholder (default), another name, the label alone, or as it
                         was; * is all other labels
  --form html|markdown|csv|json
                         each TEXT or file is a document of that form, whose texts alone change
  --rules                of mask: find addresses, numbers and keys by rules, too
  --min-score N          of mask: entities that score less stay readable (default: 0)
  --dtype, --threads, --json

Options of tokenize:
  --offsets utf16|codepoint
                         the unit of offsets (default: utf16, as JavaScript counts)

Options of convert, which quantises the published weights in DIR and says what that costs:
  --dtype q8|q4          8 bits a weight, or 4 for a smaller file (default: q8)
  --out DIR              where the model goes (default: beside its weights)
  --trim-vocab FILE      keep only the pieces that the text in FILE uses; needs --out
  --json                 write what was measured as one JSON value

Options of info:
  --dtype, --threads, --json
  --verify               run the sentences that a converted model carries, and say how many of their
                         labels are those of its float32 weights

Options of models:
  --revision, --cache-dir, --header, --json
  --dtype auto|fp32|q8|q4
                         the weights that pull downloads (default: auto, those that tag takes)

Options of eval, whose FILE (or - for standard input) has a token a line, its last two columns the
gold and the predicted tag, and an empty line after each sentence; or gold alone, in any form:
  --predicted FILE       what was predicted for the same texts, in the same form or another
  --model MODEL          tag the texts of FILE with MODEL ('default' is that of this package), with
                         --aggregation, --dtype, --threads, and the options of downloads
  --words hf|tner|sparknlp
                         how MODEL reads words: each by itself (hf), joined by blanks and with the
                         model's CRF (tner), or as Spark NLP does (default: hf)
  --format, --predicted-format conll|conll2012|wikiann|tner|jsonl|doccano|spacy|stockmark|brat
                         what the files are (default: what they say themselves, else conll)
  --offsets, --predicted-offsets utf16|codepoint
                         the unit of offsets in JSON (default: utf16, as tag writes them)
  --label2id FILE        the tags' numbers, {"O": 0, …} (default for tner: label.json beside FILE)
  --report entities|conlleval|conlleval-py|seqeval|sklearn|sparknlp|tner|nervaluate
                         by whose rules, and in whose layout (default: entities, our own)
  -r, -l, -d DELIMITER, -o TAG
                         those of conlleval: raw types, LaTeX, the delimiter, the tag outside
  --strict, --scheme IOB1|IOB2|IOE1|IOE2|IOBES|BILOU, --suffix
                         those of seqeval: strict mode, its scheme, tags as PER-B
  --digits N             digits behind the point, for seqeval, sklearn and nervaluate (default: 2)
  --scenario strict|exact|partial|ent_type
                         of nervaluate: a report by type
  --span-only, --intervals
                         of tner: entities of whatever type, bootstrap intervals
  --mapping TYPE=NAME,…|tner
                         other names for types, gold and predicted; tner is T-NER's table
  --remarks              say on stderr what the report's package does wrong with these tags
  --html FILE            write a page with charts and the texts with the most errors as well
  --encoding NAME, --json

Options of serve, which answers the Hugging Face Inference API, and masks texts; each MODEL is a
folder, hub id or URL, or NAME=MODEL, and /models/NAME is its address (default: 'default', the model
in this package):
  --host ADDRESS         where it listens (default: 127.0.0.1, for this machine alone)
  --port N               0 is any that is free (default: 8080)
  --token TOKEN          let in who has it (default: $XLMR_NER_TOKEN, which other users cannot see)
  --cors ORIGIN          let pages of ORIGIN ask, or of any for *; may be given again
  --hub                  load any other model of the hub that is asked for
  --max-memory SIZE      unload the model that was used least recently above it (default: 4GB)
  --max-body SIZE        of one request (default: 4MB)
  --max-queue N          requests that may wait; more are refused (default: 1000)
  --max-batch N          texts that go through a model together (default: 64)
  --timeout SECONDS      of one request, its model's loading included (default: 300)
  --dtype, --threads, --jobs, and the options of downloads but --revision

The network is used for models by id and URL only, and never carries text. HF_ENDPOINT, HF_TOKEN,
HF_HOME, HF_HUB_CACHE and HF_HUB_OFFLINE mean what they mean to the Hugging Face tools.

Exit status: 0 success, 1 failure (a text that could not be processed counts), 2 wrong usage,
130 interrupted. NO_COLOR=1 turns colours off.
`;
