package org.accord.documents;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.accord.documents.HostileFile.bytes;
import static org.accord.documents.HostileFile.join;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** Content of types that are not accepted, under the names of those types. */
final class HostileSamples {

    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>\n";

    private HostileSamples() {}

    static Map<String, Supplier<byte[]>> all() {
        Map<String, Supplier<byte[]>> samples = new LinkedHashMap<>();
        samples.put("html", HostileSamples::html);
        samples.put("html-after-blanks", () -> bytes("\n\t  <script>alert(1)</script>\n"));
        samples.put("svg", () -> bytes(SVG));
        samples.put("svg-with-bom", () -> bytes("\ufeff" + SVG));
        samples.put("svg-after-blanks", () -> bytes(" \r\n\t" + SVG));
        samples.put("svg-after-comment", () -> bytes("<?xml version=\"1.0\"?><!-- drawing -->" + SVG));
        samples.put("svg-utf16", () -> join(hex("fffe"), SVG.getBytes(UTF_16LE)));
        samples.put("xml", () -> bytes("<?xml version=\"1.0\"?><data/>\n"));
        samples.put("javascript", () -> bytes("alert(document.domain);\n"));
        samples.put("php", () -> bytes("<?php system($_GET['c']); ?>\n"));
        samples.put("shell-script", HostileSamples::shellScript);
        samples.put("batch", () -> bytes("@echo off\r\nstart calc.exe\r\n"));
        samples.put("exe", HostileSamples::exe);
        samples.put("elf", HostileSamples::elf);
        samples.put("class", HostileSamples::javaClass);
        samples.put("jar", HostileSamples::jar);
        samples.put("zip", HostileSamples::plainZip);
        samples.put("doc", () -> ole2("WordDocument"));
        samples.put("xls", () -> ole2("Workbook"));
        samples.put("encrypted-package", () -> ole2("EncryptedPackage"));
        samples.put("rtf", () -> bytes("{\\rtf1\\ansi {\\object\\objemb{\\*\\objdata 0105}} Annexe}\n"));
        samples.put("gif", HostileSamples::gif);
        samples.put("bmp", () -> padded("424d3a0000000000000036000000280000000100000001000000010018", 58));
        samples.put("tiff", () -> padded("49492a000800000001000001030001000000010000000000", 64));
        samples.put("webp", () -> join(bytes("RIFF"), hex("1a000000"), bytes("WEBPVP8L"), padded("0d0000002f", 18)));
        samples.put("eml", () -> bytes("From: a@example.org\r\nSubject: Annexe\r\nMIME-Version: 1.0\r\n\r\nText\r\n"));
        samples.put("mhtml", HostileSamples::mhtml);
        samples.put("eicar", HostileSamples::eicar);
        samples.put("text", () -> bytes("Plain text\n"));
        samples.put("zeros", () -> new byte[512]);
        return samples;
    }

    /** Archives of other formats, by extension; for most of them the beginning only. */
    static Map<String, Supplier<byte[]>> archives() {
        Map<String, Supplier<byte[]>> archives = new LinkedHashMap<>();
        archives.put("gz", () -> gzip(bytes("inner")));
        archives.put("7z", () -> padded("377abcaf271c0004", 96));
        archives.put("rar", () -> padded("526172211a0700cf907300000d", 96));
        archives.put("rar5", () -> padded("526172211a070100", 96));
        archives.put("bz2", () -> padded("425a68393141592653590000", 48));
        archives.put("xz", () -> padded("fd377a585a000004e6d6b446", 64));
        archives.put("cab", () -> padded("4d534346000000006000000000000000", 96));
        archives.put("tar", HostileSamples::tar);
        return archives;
    }

    static byte[] html() {
        return bytes("<!DOCTYPE html><html><script>alert(1)</script></html>\n");
    }

    static byte[] shellScript() {
        return bytes("#!/bin/sh\nid\n");
    }

    static byte[] exe() {
        byte[] dosHeader = padded("4d5a90000300000004000000ffff0000b8", 60);
        return join(dosHeader, hex("40000000"), bytes("PE\0\0"), padded("4c010100", 124));
    }

    static byte[] elf() {
        return padded("7f454c4602010100000000000000000002003e0001000000", 128);
    }

    static byte[] gif() {
        return hex("47494638396101000100800000ffffff0000002c00000000010001000002024401003b");
    }

    static byte[] jar() {
        return new HostileZip()
                .put("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nMain-Class: Annexe\r\n\r\n")
                .put("Annexe.class", javaClass())
                .toBytes();
    }

    static byte[] plainZip() {
        return new HostileZip().put("readme.txt", "Plain text").toBytes();
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An OLE2 compound file with one named stream, as far as its header and directory go. */
    static byte[] ole2(String stream) {
        byte[] header = padded(
                "d0cf11e0a1b11ae1" + "00".repeat(16) + "3e000300feff0900060000000000000000000000"
                        + "010000000100000000000000001000000000000001000000feffffff0000000000000000",
                512);
        byte[] table = new byte[512];
        Arrays.fill(table, (byte) 0xff);
        table[0] = (byte) 0xfd;
        table[4] = (byte) 0xfe;
        byte[] entries = join(ole2Entry("Root Entry", 5), ole2Entry(stream, 2));
        return join(header, table, Arrays.copyOf(entries, 512));
    }

    private static byte[] ole2Entry(String name, int type) {
        byte[] entry = Arrays.copyOf(name.getBytes(UTF_16LE), 128);
        entry[64] = (byte) (2 * name.length() + 2);
        entry[66] = (byte) type;
        return entry;
    }

    private static byte[] javaClass() {
        return padded("cafebabe00000034000507000201000441", 96);
    }

    private static byte[] mhtml() {
        return bytes("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n"
                + "Content-Type: text/html\r\n\r\n<script>alert(1)</script>\r\n--b--\r\n");
    }

    /** The test virus, in pieces so that no scanner takes this class for it. */
    private static byte[] eicar() {
        return bytes(String.join("", "X5O!P%@AP[4\\PZX54(P^)", "7CC)7}$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"));
    }

    private static byte[] tar() {
        byte[] tar = Arrays.copyOf(bytes("readme.txt"), 1536);
        byte[] numbers = bytes(String.join("\0", "0000644", "0000000", "0000000", "00000000014", "00000000000", ""));
        System.arraycopy(numbers, 0, tar, 100, numbers.length);
        System.arraycopy(bytes("ustar\00000"), 0, tar, 257, 8);
        return tar;
    }

    private static byte[] padded(String hex, int length) {
        return Arrays.copyOf(hex(hex), length);
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
