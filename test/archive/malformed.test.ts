import { KeyDeriver } from "../../src/archive/derive-key.ts";
import { outcomeOf } from "./outcome.ts";
import { fromBase64, readMalformed } from "./read-vectors.ts";

const NOT_7Z = "the file does not start as a 7z archive does";
const WRONG_HEADER = "the header does not match its CRC: the password is not right, or the file is damaged";
const WRONG_FILE = "file 1 does not match its CRC: damaged";
const BAD_PART = "a file name with an empty part, . or ..";
const BAD_CHARACTER = "a file name with a character that is not allowed";

/** What the reader says of each; of those that open, the names. */
const MESSAGES: Readonly<Record<string, string>> = {
  "00_valid": "a.txt,b.json",
  "01_empty_file": NOT_7Z,
  "02_wrong_magic": NOT_7Z,
  "03_only_magic": "8 bytes, at least 32 expected",
  "04_cut_31": "31 bytes, at least 32 expected",
  "11_off_plus_size_wrap": "a 64-bit number of about 9223372036854776000, below 2^53 expected",
  "14_header_crc": "header: CRC 1 expected, 40419cdd received",
  "15_unencrypted_header": "the header is not encrypted",
  "17_eh_first_id": "header id 5, 23 expected",
  "19_eh_packpos_out": "a stream at 1073741824 of 112 bytes, within 144 expected",
  "21_eh_unpack_huge": "unpack size: 1099511627776, at most 67108864 expected",
  "22_eh_unpack_gt_pack": "an encrypted stream of 112 bytes, 5008 expected for 5000",
  "23_eh_nocrc": "a.txt,b.json",
  "24_eh_crc_wrong": WRONG_HEADER,
  "25_eh_cipher_flip": WRONG_HEADER,
  "26_eh_pack_not16": "an encrypted stream of 105 bytes, 112 expected for 106",
  "27_power_23": WRONG_HEADER,
  "31_power_63": "AES power 63: 0 to 24 expected",
  "33_aes_props_long": "AES properties: 34 bytes expected, 35 received",
  "34_aes_props_empty": "AES properties: 1 byte or more expected, 0 received",
  "35_props_len_huge": "coder properties of 2147483648 bytes, at most 64 expected",
  "37_coders_2e31": "2147483647 coders in a folder, 1 to 4 expected",
  "40_alt_methods_bit": "coder flags 164, below 64 expected",
  "41_unknown_codec": "Zstandard: open the file with 7-Zip",
  "42_complex_coder": "BCJ2, a coder of several streams: open the file with 7-Zip",
  "44_bond_cycle3": "a chain of 1 coders, 3 expected",
  "45_bond_index_out": "bond 9 from 0, below 2 expected",
  "46_bond_dup_in": "bond 1 from 1 twice",
  "47_aes_not_first": "AES-256: open the file with 7-Zip",
  "49_numfolders_0": "0 folders, 1 expected, one for each stream",
  "50_folders_gt_packs": "2 folders, 1 expected, one for each stream",
  "51_external_folder": "folders in another stream",
  "53_packsize_out": "a stream at 0 of 8589934592 bytes, within 32 expected",
  "54_packsize_overflow": "a NUMBER of about 18446744073709552000, below 2^53 expected",
  "58_unpack_2e63": "a NUMBER of about 9223372036854776000, below 2^53 expected",
  "59_substreams_2e31": "files in a folder: 2147483647, at most 256 expected",
  "60_substreams_sum_wrap": "files in a folder: 2147483647, at most 256 expected",
  "61_subsize_gt_folder": "a file of 29 bytes, the folder has 28 left",
  "62_dup_numunpack": "sizes of files: id 9 expected, 13 received",
  "63_dup_crc": "files in folders: id 0 expected, 10 received",
  "64_nid_order": "pack info: id 6 expected, 7 received",
  "65_filecrc_wrong": WRONG_FILE,
  "67_data_flip": WRONG_FILE,
  "68_numfiles_huge": "files: 2147483647, at most 256 expected",
  "69_numfiles_0": "0 files: the archive holds nothing",
  "73_names_odd": "names of 27 bytes, an even number expected",
  "78_name_absolute": BAD_PART,
  "79_name_drive": BAD_CHARACTER,
  "80_name_bidi": BAD_CHARACTER,
  "81_name_dup": "two files have the same name",
  "82_name_empty": BAD_PART,
  "84_prop_len_huge": "header has 3 bytes left, 1099511627776 expected",
  "86_emptyfile_first": "empty files before empty streams",
  "88_mtime_short": "header has 8 bytes left, 16 expected",
  "89_prop_unknown": "a.txt,b.json",
  "90_no_end": "header ends at byte 104, one more expected",
  "91_data_after_end": "3 bytes behind the header",
  "92_additional_streams": "header with property 3",
  "95_nested_encoded": "header: id 1 expected, 23 received",
  "97_lzma_garbage": "LZMA: first byte 104, 0 expected",
  "98_lzma_bad_props": "LZMA: parameters 255, below 225 expected",
};

const { password, archives } = readMalformed();
const deriver = new KeyDeriver();

test.each(archives)("$name ($why) has its own outcome, and says why", async ({ name, code, policy, base64 }) => {
  // 2^23 rounds take seconds, and nobody encrypted with that key.
  const rounds = (power: number): number => (power === 23 ? 0 : power);
  const keyFor = (salt: Uint8Array, power: number) => deriver.derive(password, salt, rounds(power));
  expect(await outcomeOf(fromBase64(base64), policy, keyFor)).toEqual({ code, message: MESSAGES[name] });
});
