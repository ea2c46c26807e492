package com.bizosaas.adsdesk.sandbox.fleet;

import com.bizosaas.adsdesk.sandbox.model.Kind;
import java.util.OptionalInt;

/// The ids of a fleet. They look like Facebook's (17 and 18 digits, beyond what a double can hold) and carry the number
/// of their account, so that an id can be placed without generating anything.
final class Ids {

    private static final String PREFIX = "12021";
    private static final int LENGTH = 18;
    private static final long SERIALS = 100_000_000L;
    private static final long OPAQUE = 1_000_000_000_000_000L;

    private Ids() {
    }

    /// An id of something in an account.
    static String of(Kind kind, int account, int serial) {
        long scrambled = (serial * 61_803_397L + account * 7_919L + 20_110_107L) % SERIALS;
        return PREFIX + digit(kind) + pad(account, 4) + pad(scrambled, 8);
    }

    /// An id of something above accounts; `kind` is told apart by its second digit.
    static String opaque(Kind kind, long seed, int serial) {
        long scrambled = (serial * 618_033_988_749_891L + (seed & 0xffff) * 1_000_003L + 271_828_182_845_907L) % OPAQUE;
        return "1" + switch (kind) {
            case USER -> "0";
            case BUSINESS -> "2";
            case AD_ACCOUNT -> "3";
            case PAGE -> "4";
            case PIXEL -> "5";
            default -> throw new IllegalArgumentException("not above accounts: " + kind);
        } + pad(scrambled, 15);
    }

    static OptionalInt account(String id) {
        if (id.length() != LENGTH || !id.startsWith(PREFIX) || !id.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(id, PREFIX.length() + 1, PREFIX.length() + 5, 10));
    }

    private static char digit(Kind kind) {
        return switch (kind) {
            case CAMPAIGN -> '1';
            case AD_SET -> '2';
            case AD -> '3';
            case AD_CREATIVE -> '4';
            case CUSTOM_AUDIENCE -> '5';
            case AD_VIDEO -> '6';
            default -> throw new IllegalArgumentException("not in an account: " + kind);
        };
    }

    private static String pad(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(width - digits.length()) + digits;
    }
}
