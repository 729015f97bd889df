package org.brisket.state.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The messages that are under way. What goes the same way keeps its order; which way moves next is
 * drawn by lot, so that anything that may overtake does.
 */
final class Channels {
    /** One way: the kind of message, who sent it and who gets it. */
    record Way(String kind, Object from, Object to) {}

    private static final class Queue {
        private final Way way;
        private final Deque<Message> messages;
        private int index;

        private Queue(Way way, Deque<Message> messages, int index) {
            this.way = way;
            this.messages = messages;
            this.index = index;
        }
    }

    private final Map<Way, Queue> byWay = new HashMap<>();
    private final List<Queue> busy = new ArrayList<>();

    boolean isEmpty() {
        return busy.isEmpty();
    }

    void send(String kind, Object from, Object to, Message message) {
        queue(new Way(kind, from, to), new ArrayDeque<>(4)).messages.add(message);
    }

    private Queue queue(Way way, Deque<Message> ifNew) {
        return byWay.computeIfAbsent(
                way,
                key -> {
                    Queue queue = new Queue(key, ifNew, busy.size());
                    busy.add(queue);
                    return queue;
                });
    }

    /** Takes the first message of any way. */
    Message take(SplittableRandom lot) {
        Queue queue = busy.get(lot.nextInt(busy.size()));
        Message message = queue.messages.poll();
        if (queue.messages.isEmpty()) {
            forget(queue);
        }
        return message;
    }

    private void forget(Queue queue) {
        Queue last = busy.remove(busy.size() - 1);
        if (last != queue) {
            last.index = queue.index;
            busy.set(queue.index, last);
        }
        byWay.remove(queue.way);
    }

    Channels copy() {
        Channels copy = new Channels();
        busy.forEach(queue -> copy.queue(queue.way, new ArrayDeque<>(queue.messages)));
        return copy;
    }
}
