package org.yiwang.certificate;

/**
 * The place for an official electronic seal (电子印章, Electronic Signature Law): an adapter to the city's seal service, which
 * a licensed certification authority runs, is a bean of this type. Without one the PDF shows an empty box for a stamp by
 * hand, and is proved by its signed code alone.
 */
public interface ESeal {

    /** Whether files are sealed; then the PDF shows no empty box. */
    boolean isActive();

    /**
     * The file with the official seal in it (a PDF signature).
     *
     * @param pdf the finished file
     * @param number what it certifies, for the seal service's own log
     */
    byte[] seal(byte[] pdf, String number);
}
