package org.brisket.protocol.beef;

/** BEEFs that specifications and public tests give, with what is known about them. */
public final class BeefExamples {
    /** The example of BRC-62: an unmined payment on a mined parent of block 814,435. */
    public static final String BRC_62 =
            "0100beef01fe636d0c0007021400fe507c0c7aa754cef1f7889d5fd395cf1f785dd7de98eed8"
                    + "95dbedfe4e5bc70d1502ac4e164f5bc16746bb0868404292ac8318bbac3800e4aad13a014da4"
                    + "27adce3e010b00bc4ff395efd11719b277694cface5aa50d085a0bb81f613f70313acd28cf45"
                    + "57010400574b2d9142b8d28b61d88e3b2c3f44d858411356b49a28a4643b6d1a6a092a520103"
                    + "0051a05fc84d531b5d250c23f4f886f6812f9fe3f402d61607f977b4ecd2701c19010000fd78"
                    + "1529d58fc2523cf396a7f25440b409857e7e221766c57214b1d38c7b481f01010062f542f45e"
                    + "a3660f86c013ced80534cb5fd4c19d66c56e7e8c5d4bf2d40acc5e010100b121e91836fd7cd5"
                    + "102b654e9f72f3cf6fdbfd0b161c53a9c54b12c841126331020100000001cd4e4cac3c7b5692"
                    + "0d1e7655e7e260d31f29d9a388d04910f1bbd72304a79029010000006b483045022100e75279"
                    + "a205a547c445719420aa3138bf14743e3f42618e5f86a19bde14bb95f7022064777d34776b05"
                    + "d816daf1699493fcdf2ef5a5ab1ad710d9c97bfb5b8f7cef3641210263e2dee22b1ddc5e11f6"
                    + "fab8bcd2378bdd19580d640501ea956ec0e786f93e76ffffffff013e660000000000001976a9"
                    + "146bfd5c7fbe21529d45803dbcf0c87dd3c71efbc288ac0000000001000100000001ac4e164f"
                    + "5bc16746bb0868404292ac8318bbac3800e4aad13a014da427adce3e000000006a4730440220"
                    + "3a61a2e931612b4bda08d541cfb980885173b8dcf64a3471238ae7abcd368d6402204cbf24f0"
                    + "4b9aa2256d8901f0ed97866603d2be8324c2bfb7a37bf8fc90edd5b441210263e2dee22b1ddc"
                    + "5e11f6fab8bcd2378bdd19580d640501ea956ec0e786f93e76ffffffff013c66000000000000"
                    + "1976a9146bfd5c7fbe21529d45803dbcf0c87dd3c71efbc288ac0000000000";

    /** The payment of {@link #BRC_62} in Extended Format. */
    public static final String BRC_62_EXTENDED =
            "010000000000000000ef01ac4e164f5bc16746bb0868404292ac8318bbac3800e4aad13a014d"
                    + "a427adce3e000000006a47304402203a61a2e931612b4bda08d541cfb980885173b8dcf64a34"
                    + "71238ae7abcd368d6402204cbf24f04b9aa2256d8901f0ed97866603d2be8324c2bfb7a37bf8"
                    + "fc90edd5b441210263e2dee22b1ddc5e11f6fab8bcd2378bdd19580d640501ea956ec0e786f9"
                    + "3e76ffffffff3e660000000000001976a9146bfd5c7fbe21529d45803dbcf0c87dd3c71efbc2"
                    + "88ac013c660000000000001976a9146bfd5c7fbe21529d45803dbcf0c87dd3c71efbc288ac00"
                    + "000000";

    public static final String BRC_62_PARENT =
            "3ecead27a44d013ad1aae40038acbb1883ac9242406808bb4667c15b4f164eac";
    public static final String BRC_62_SUBJECT =
            "157428aee67d11123203735e4c540fa1bdab3b36d5882c6f8c5ff79f07d20d1c";
    public static final String BRC_62_ROOT =
            "bb6f640cc4ee56bf38eb5a1969ac0c16caa2d3d202b22bf3735d10eec0ca6e00";

    /** A proof whose leaf is not flagged as a txid; some verifiers never check its root. */
    public static final String UNFLAGGED_LEAF =
            "0100beef01fde80301010000c5c92effd1e69189c6516fb90ff9648009b29dc4e02ffd00a64c"
                    + "c73a18ae74a70201000000012e3f4683e173b40a20527fe5719633ba070df649983614886e90"
                    + "e45aecf2ac56000000006b483045022100b874c7b5c7e2c011a114eb57b49d968e00974543a5"
                    + "66e0d2151e836f344283a802201c04cc282e06c6680f82311e4a1fb7c3fadd86ae67562626b0"
                    + "243c9d1a5830bf4121034d2d6d23fbcb6eefe3e80c47044e36797dcb80d0ac5e96e732ef03c3"
                    + "c550a116ffffffff01c8000000000000001976a91494677c56fa2968644c90a517214338b413"
                    + "9899ce88ac0000000001000100000001c5c92effd1e69189c6516fb90ff9648009b29dc4e02f"
                    + "fd00a64cc73a18ae74a7000000006b483045022100b79afac85f7b4fcb23f4a31c23319dff61"
                    + "8fddf713766d39d8635b1d7ca276ff022000d7a058b9bfc412e8f880afabff1c3bbd9c128167"
                    + "d4693b465f0110dcbea5354121034d2d6d23fbcb6eefe3e80c47044e36797dcb80d0ac5e96e7"
                    + "32ef03c3c550a116ffffffff0164000000000000001976a9143cf53c49c322d9d81172818293"
                    + "9aee2dca087f9888ac0000000000";

    private BeefExamples() {}
}
