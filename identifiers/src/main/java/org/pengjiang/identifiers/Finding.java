package org.pengjiang.identifiers;

import java.io.Serializable;

/**
 * What a check has to say about one value: a fault that refuses it, or a warning that does not. The text never repeats
 * the value itself, because a phone number must not reach a log through a problem's detail.
 *
 * @param code stable, in SCREAMING_SNAKE, such as {@code USCC_CHECK_DIGIT}
 * @param detail the sentence in English
 * @param detailZh the same sentence in Chinese (zh-CN)
 */
public record Finding(String code, String detail, String detailZh) implements Serializable {}
