package org.yiwang.activity;

/**
 * Where nobody under age serves (Regulations art. 12 and 17): part of rule {@code activity.publication}, which publishing
 * and signing up both ask.
 *
 * @param adultAge age in years from which somebody is no minor
 * @param fromRiskLevel lowest risk level at which minors do not serve
 */
public record Minors(int adultAge, int fromRiskLevel) {}
